import { expect, it } from 'vitest';
import { excel } from '../../../geo/io/formats/excel.ts';
import { unzip, zip } from '../../../geo/io/zip.ts';
import { layerOf, pointAt } from '../../support/layers.ts';

it.each(['A99999999', 'XFD1048576', 'ZZZZ1', '&#65;1', 'A1048577'])('a small workbook whose last cell is %s is refused before it fills the memory', async (address) => {
  const { files: [{ bytes }] } = await excel.write!([layerOf('shelter', '人防', [[pointAt(114, 22), { id: 'a', name: '甲' }]])], {});
  const far = (content: Uint8Array) => new TextEncoder().encode(new TextDecoder().decode(content).replace('r="B2"', `r="${address}"`));
  const parts = (await unzip(bytes)).map(({ path, bytes: content }) => ({ name: path, bytes: path === 'xl/worksheets/sheet1.xml' ? far(content) : content }));
  await expect(excel.read!([{ name: 'a.xlsx', bytes: await zip(parts) }], {})).rejects.toMatchObject({ code: 'excel.vast', params: { file: 'a.xlsx' } });
});
it('a workbook that lists a sheet and does not say where it lies is refused with the name of the sheet', async () => {
  const { files: [{ bytes }] } = await excel.write!([layerOf('shelter', '人防', [[pointAt(114, 22), { id: 'a' }]]), layerOf('shelter', '步道', [[pointAt(114, 22), { id: 'b' }]])], {});
  const rename = (content: Uint8Array) => new TextEncoder().encode(new TextDecoder().decode(content).replace('Id="rId2"', 'Id="rId9"'));
  const kept = (await unzip(bytes)).map(({ path, bytes: content }) => ({ path, bytes: path === 'xl/_rels/workbook.xml.rels' ? rename(content) : content }));
  await expect(excel.read!([{ name: '台账.xlsx', bytes: await zip(kept.map(({ path, bytes: content }) => ({ name: path, bytes: content }))) }], {})).rejects.toMatchObject({ name: 'UserError', code: 'excel.broken', params: { file: '台账.xlsx', reason: expect.stringContaining('步道') as string } });
});
