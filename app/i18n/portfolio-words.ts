import type { MessageTable } from '../../geo/index.ts';

export const portfolioWords = {
  'sites.view': { zh: '选址视图', en: 'View of the sites' },
  'sites.ranking': { zh: '候选排序', en: 'Ranking' },
  'sites.portfolio': { zh: '建设组合', en: 'Set to build' },
  'portfolio.empty': { zh: '还没有建设组合', en: 'No set of sites yet' },
  'portfolio.emptyHint': { zh: '运行“选址组合”，这里会列出给定资金下最值得建的几处，以及每档资金的效果', en: 'Run “Set of sites”; what is best built with the money there is, and what each budget buys, appear here' },
  'portfolio.change': { zh: '修改条件', en: 'Change the terms' },
  'portfolio.phase': { zh: '分期', en: 'Phase' },
  'portfolio.site': { zh: '选址', en: 'Site' },
  'portfolio.sites': { zh: '处数', en: 'Sites' },
  'portfolio.cost': { zh: '造价（万元）', en: 'Cost (10k yuan)' },
  'portfolio.adds': { zh: '少它则减', en: 'Lost without it' },
  'portfolio.scenario': { zh: '建设组合', en: 'Set to build' },
  'portfolio.toScenario': { zh: '生成方案', en: 'Make it a scenario' },
  'portfolio.needsCandidates': { zh: '要生成方案，请先用相同条件运行“候选选址”', en: 'To make a scenario, run “Candidate sites” on the same terms first' },
  'portfolio.frontier': { zh: '资金能换来什么', en: 'What the money buys' },
  'portfolio.chart': { zh: '各档资金的缓解量；方向键逐点查看，回车采用该资金', en: 'Relief by budget; arrow keys walk the points, Enter takes the budget' },
  'portfolio.budgetAxis': { zh: '资金（万元）', en: 'Budget (10k yuan)' },
  'portfolio.reliefAxis': { zh: '缓解量（{unit}）', en: 'Relief ({unit})' },
  'portfolio.point': { zh: '{budget} 万元：缓解 {relief} {unit}，{sites} 处', en: '{budget} x 10k yuan: {relief} {unit} relieved, {sites} sites' },
  'portfolio.chosenBudget': { zh: '当前资金 {budget} 万元', en: 'Budget chosen: {budget} x 10k yuan' },
} satisfies MessageTable;
