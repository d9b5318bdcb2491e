import type { MessageTable } from '../../geo/index.ts';

/** Why this site: the page, what can be done with it. */
export const dossierWords = {
  'dossier.open': { zh: '选址论证', en: 'Dossier' },
  'dossier.openFirst': { zh: '论证前 {n} 处', en: 'Dossiers of the first {n}' },
  'dossier.ofScenario': { zh: '导出所建选址的论证（PDF）', en: 'Dossiers of the sites it builds (PDF)' },
  'dossier.none': { zh: '此方案没有所建的选址，或现状还没有候选选址分析', en: 'This scenario builds no candidate site, or the baseline has no run of them' },
  'dossier.toSheets': { zh: '加入图纸', en: 'Add as a sheet' },
  'dossier.writePdf': { zh: '导出 PDF', en: 'Write PDF' },
  'dossier.drawing': { zh: '正在绘制…', en: 'Drawing…' },
  'dossier.writing': { zh: '正在导出选址论证', en: 'Writing dossiers' },
  'dossier.written': { zh: '已导出选址论证 {n} 页', en: 'Dossiers written, pages: {n}' },
  'dossier.paper': { zh: '图幅', en: 'Paper' },
  'dossier.a4': { zh: 'A4 竖放', en: 'A4 upright' },
  'dossier.a3': { zh: 'A3 横放', en: 'A3 lying' },
  'dossier.page': { zh: '{name}，第 {n} 页，共 {of} 页', en: '{name}, page {n} of {of}' },
  'dossier.previous': { zh: '上一页', en: 'Previous page' },
  'dossier.next': { zh: '下一页', en: 'Next page' },
  'dossier.files': { zh: '选址论证', en: 'dossiers' },
} satisfies MessageTable;
