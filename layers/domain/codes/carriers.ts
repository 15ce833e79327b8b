import { entriesOf } from './data.ts';
import type { CodeList } from './entry.ts';

const source = {
  zh: '2001 年全国成果地质资料目录数据库著录表，代码表 F、G。',
  en: 'Form of the national catalogue database of result data, 2001, code tables F and G.',
};

/** 载体类型, code table F. */
export const carrierTypes: CodeList = {
  id: 'carrier-types',
  name: { zh: '载体类型', en: 'Carrier types' },
  source,
  entries: entriesOf(`
    paper|10|纸质|Paper
    approval-papers|11|审批文据|Approval papers|paper
    text|12|正文|Main text|paper
    drawings|13|附图|Drawings|paper
    tables|14|附表|Tables|paper
    annexes|15|附件|Annexes|paper
    contents|16|目录|Contents|paper
    errata|17|勘误表|Errata|paper
    film-base|18|薄膜|Film base|paper
    other-paper|19|其他纸质|Other paper|paper
    audio-visual|30|声像|Audio-visual
    video-tape|31|录像带|Video tape|audio-visual
    audio-tape|32|录音带|Audio tape|audio-visual
    microform|33|缩微照片|Microform|audio-visual
    photo-film|34|照片胶卷|Photo film|audio-visual
    electronic|50|电子|Electronic
    floppy-disc|51|软盘|Floppy disc|electronic
    optical-disc|52|光盘|Optical disc|electronic`),
};

/** 载体单位, code table G; 19 and 23 are for the user to define. */
export const carrierUnits: CodeList = {
  id: 'carrier-units',
  name: { zh: '载体单位', en: 'Carrier units' },
  source,
  entries: entriesOf(`
    copy|11|份|Copy
    book|12|本|Book
    volume|13|册|Volume
    page|14|页|Page
    sheet|15|张|Sheet
    box|16|盒（袋）|Box (bag)
    slide|17|片|Slide
    roll|18|卷|Roll
    metre|20|米|Metre
    crate|21|箱|Crate
    piece|22|件|Piece`),
};
