import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);

/** A short geological report in Chinese as PDF, its font embedded and subset. */
export const reportPdf = async (title: string, place: string): Promise<Uint8Array> => {
  // Only our own font file is read; nothing is fetched.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === font);
  pdfmake.setFonts({ Noto: { normal: font, bold: font, italics: font, bolditalics: font } });
  const pdf = pdfmake.createPdf({
    info: { title, author: '示范地质队', subject: '地质资料汇交示例' },
    defaultStyle: { font: 'Noto', fontSize: 11, lineHeight: 1.4 },
    content: [
      { text: title, fontSize: 20, margin: [0, 120, 0, 40], alignment: 'center' },
      { text: '示范地质队', alignment: 'center' },
      { text: '第一章　绪论', fontSize: 15, pageBreak: 'before', margin: [0, 0, 0, 10] },
      `工作区位于${place}。本次工作查明了区内地层、构造和岩浆岩的分布，施工钻孔三个，编录岩心三百二十米，采集样品八十六件。`,
      { text: '第二章　矿体特征', fontSize: 15, margin: [0, 20, 0, 10] },
      '矿体呈似层状产出，走向北东，倾向南东，平均厚度二点四米，平均品位每吨三点一克。',
      {
        table: {
          body: [
            ['孔号', '孔深（米）', '见矿厚度（米）'],
            ['ZK001', '120.5', '2.1'],
            ['ZK002', '98.3', '2.6'],
            ['ZK003', '101.2', '2.5'],
          ],
        },
        margin: [0, 10, 0, 0],
      },
    ],
  });
  return new Uint8Array(await pdf.getBuffer());
};
