import type { MessageTable } from '../../geo/index.ts';

export const pictureWords = {
  'picture.legend': { zh: '图例', en: 'Legend' },
  'picture.topic': { zh: '{topic}（{about}）', en: '{topic} ({about})' },
  'picture.radius': { zh: '步行 {radius} 米', en: 'walk of {radius} m' },
  'picture.date': { zh: '制图日期 {date}', en: 'Drawn {date}' },
  'picture.crs': { zh: '坐标系 {name}（{code}）', en: 'CRS {name} ({code})' },
  'picture.projection': { zh: '显示投影 Web Mercator，比例尺按图幅中心', en: 'Shown in Web Mercator; scale at the centre of the map' },
  'picture.invented': { zh: '虚构示范数据', en: 'Invented sample data' },
  'picture.secrecy': { zh: '密级：{level}', en: 'Secrecy: {level}' },
  'picture.secrecy.public': { zh: '公开', en: 'public' },
  'picture.marked': { zh: '{name}（{mark}）', en: '{name} ({mark})' },
  'picture.secrecy.internal': { zh: '内部', en: 'internal' },
  'picture.secrecy.secret': { zh: '秘密', en: 'secret' },
  'picture.secrecy.none': { zh: '数据未标注', en: 'not stated in the data' },
  'picture.noMap': { zh: '地图还没有准备好，请稍后再导出', en: 'The map is not ready yet; try again in a moment' },
  'picture.done': { zh: '已导出图片“{file}”', en: 'Picture “{file}” saved' },
} satisfies MessageTable;
