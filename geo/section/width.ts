import type { PlanFeature } from '../model/index.ts';

/** Columns that say how wide a line is, m, or how thick, mm. */
const WIDTHS = ['width', '宽度', '管宽'], DIAMETERS = ['diameter', '管径', 'DN'];
/** 1600 x 1800 or DN800 in a name: what pipes are called by, mm. The first of two is the width. */
const IN_NAME = [/\bD[Nn]?\s?(\d{2,4})\b|D[Nn](\d{2,4})(?!\d)/, /(\d{3,5})\s?[x×X]\s?\d{3,5}/];
const LEAST = 0.02, MOST = 100;

/** Width of what a line feature stands for, m: by its columns, else by the nominal diameter in its name; null where neither says it. */
export function widthOf({ properties }: PlanFeature): number | null {
  const stated = first(WIDTHS, properties, 1) ?? first(DIAMETERS, properties, 1000);
  if (stated !== null) return stated;
  const name = String(properties['name'] ?? '');
  for (const pattern of IN_NAME) {
    const found = pattern.exec(name), metres = Number(found?.[1] ?? found?.[2]) / 1000;
    if (found && metres >= LEAST && metres <= MOST) return metres;
  }
  return null;
}
function first(columns: readonly string[], properties: PlanFeature['properties'], perMetre: number): number | null {
  const value = columns.map((column) => properties[column]).find((one) => typeof one === 'number' && one / perMetre >= LEAST && one / perMetre <= MOST);
  return typeof value === 'number' ? value / perMetre : null;
}
