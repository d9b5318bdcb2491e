import type { Pair } from './pairs.ts';

/** An entity as it stands: its type and its pairs in order. VERTEX and ATTRIB entities hang on what they belong to. */
export interface Entity {
  type: string;
  pairs: Pair[];
  parts: Entity[];
}
export interface Block {
  x: number;
  y: number;
  entities: Entity[];
}
export interface Drawing {
  blocks: ReadonlyMap<string, Block>;
  entities: Entity[];
}

/** First value of a group code as text or number. */
export const textAt = ({ pairs }: Entity, code: number): string | undefined => pairs.find((pair) => pair[0] === code)?.[1];
export function numberAt(entity: Entity, code: number, otherwise: number): number {
  const text = textAt(entity, code);
  return text === undefined || text.trim() === '' ? otherwise : Number(text);
}
export const numbersAt = ({ pairs }: Entity, code: number): number[] => pairs.flatMap((pair) => (pair[0] === code ? [Number(pair[1])] : []));
export const layerOf = (entity: Entity): string => textAt(entity, 8)?.trim() || '0';
export const handleOf = (entity: Entity): string | null => textAt(entity, 5)?.trim() ?? null;

/** Sorts pairs into sections, blocks and entities. Source: DXF Reference, "BLOCKS section", "ENTITIES section". */
export function drawingOf(pairs: readonly Pair[]): Drawing {
  const blocks = new Map<string, Block>();
  const entities: Entity[] = [];
  let section = '';
  let block: Block | null = null;
  for (const entity of grouped(pairs)) {
    if (entity.type === 'SECTION') section = textAt(entity, 2)?.trim() ?? '';
    else if (entity.type === 'ENDSEC' || entity.type === 'EOF') section = '';
    else if (section === 'ENTITIES') put(entities, entity);
    else if (section !== 'BLOCKS') continue;
    else if (entity.type === 'BLOCK') {
      block = { x: numberAt(entity, 10, 0), y: numberAt(entity, 20, 0), entities: [] };
      blocks.set((textAt(entity, 2) ?? '').trim().toUpperCase(), block);
    } else if (entity.type === 'ENDBLK') block = null;
    else if (block) put(block.entities, entity);
  }
  return { blocks, entities };
}

function* grouped(pairs: readonly Pair[]): Generator<Entity> {
  let entity: Entity | null = null;
  for (const pair of pairs) {
    if (pair[0] === 0) {
      if (entity) yield entity;
      entity = { type: pair[1].trim().toUpperCase(), pairs: [], parts: [] };
    } else if (pair[0] !== 999) entity?.pairs.push(pair);
  }
  if (entity) yield entity;
}
const PART_OF: Readonly<Record<string, string>> = { VERTEX: 'POLYLINE', ATTRIB: 'INSERT' };
function put(entities: Entity[], entity: Entity): void {
  if (entity.type === 'SEQEND') return;
  const owner = Object.hasOwn(PART_OF, entity.type) ? entities.at(-1) : undefined;
  if (owner && owner.type === PART_OF[entity.type]) owner.parts.push(entity);
  else entities.push(entity);
}
