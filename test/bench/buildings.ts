export const POLYGONS = 200_000;

/** So many building outlines of nine vertices as GeoJSON: about 100 MB. */
export function buildings(): Uint8Array {
  const parts: string[] = [];
  for (let i = 0; i < POLYGONS; i++) {
    const x = 113 + (i % 500) * 0.001, y = 22 + Math.floor(i / 500) * 0.001;
    const ring = [[0, 0], [4, 0], [8, 0], [8, 3], [8, 6], [4, 6], [0, 6], [0, 3], [0, 0]].map(([dx, dy]) => `[${(x + dx * 1e-4).toFixed(12)},${(y + dy * 1e-4).toFixed(12)}]`);
    parts.push(`{"type":"Feature","properties":{"编号":"B${i}","名称":"${i} 号楼","户数":${i % 90},"建筑面积":${1000 + i % 5000},"用地性质":"R2","备注":"由脚本生成，仅用于计时"},"geometry":{"type":"Polygon","coordinates":[[${ring.join(',')}]]}}`);
  }
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[\n${parts.join(',\n')}\n]}`);
}
