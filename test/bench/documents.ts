import { renderDocument } from '@geoarchive/documents/render.ts';
import { sampleOf } from '@geoarchive/documents/samples.ts';
import { packageFonts } from '@geoarchive/documents/testing/fonts.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { documentKindCodes } from '@geoarchive/domain/documents.ts';
import { type Bench, median, seconds } from './figure.ts';

const times = 20;
const nodeName = { zh: '全国地质资料馆', en: 'National Geological Archives' };

/** How long a print takes, beside reading the same PDF back with pdf.js. */
export const documents: Bench = async (tell) => {
  const fonts = packageFonts();
  for (const kind of documentKindCodes) {
    const document = sampleOf(kind);
    const print = () =>
      renderDocument({ document, void: false, language: 'zh', size: 'A4', nodeName }, fonts);
    const { pdf } = await print();
    await readPdf(pdf);
    const printing: number[] = [];
    const reading: number[] = [];
    for (let n = 0; n < times; n += 1) {
      printing.push(await seconds(print));
      reading.push(await seconds(() => readPdf(pdf)));
    }
    const value = median(printing) * 1000;
    const peer = { what: 'reading it with pdf.js', value: median(reading) * 1000 };
    tell({ what: `print a ${kind}`, value, unit: 'ms', peer });
    tell({ what: `its PDF`, value: pdf.length / 1000, unit: 'kB' });
  }
  tell({ what: 'memory after all prints', value: process.memoryUsage.rss() / 1e6, unit: 'MB' });
};
