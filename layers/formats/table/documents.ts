import type { Format } from '../core/format.ts';

const office = async () => (await import('../office/read-ole.ts')).readOle;
const zip = async () => (await import('../zip/read.ts')).readZip;
const xml = async () => (await import('../xml/read.ts')).readXml;

/** Reports, tables and other documents. */
export const documentFormats: readonly Format[] = [
  {
    id: 'pdf',
    name: 'PDF',
    mime: 'application/pdf',
    extensions: ['pdf', 'ai'],
    reader: async () => (await import('../pdf/read.ts')).readPdf,
  },
  {
    id: 'csv',
    name: 'Delimited table',
    mime: 'text/csv',
    puid: 'x-fmt/18',
    extensions: ['csv', 'tsv', 'txt', 'tab', 'dat', 'asc', 'prn', 'xyz'],
    reader: async () => (await import('../csv/read.ts')).readCsv,
  },
  {
    id: 'text',
    name: 'Plain text',
    mime: 'text/plain',
    puid: 'x-fmt/111',
    extensions: [],
    reader: async () => (await import('../text/read.ts')).readText,
  },
  { id: 'rtf', name: 'Rich Text Format', mime: 'application/rtf', puid: 'fmt/355', extensions: ['rtf', 'doc'] },
  { id: 'html', name: 'HTML', mime: 'text/html', puid: 'fmt/96', extensions: ['html', 'htm', 'xhtml'], reader: xml },
  { id: 'xml', name: 'XML', mime: 'application/xml', puid: 'fmt/101', extensions: [], reader: xml },
  { id: 'iso-metadata', name: 'ISO 19139/19115-3 metadata', mime: 'application/xml', puid: 'fmt/101', extensions: ['xml'], reader: xml },
  {
    id: 'json',
    name: 'JSON',
    mime: 'application/json',
    puid: 'fmt/817',
    extensions: [],
    reader: async () => (await import('../json/read.ts')).readJson,
  },
  { id: 'doc', name: 'Microsoft Word 97-2003', mime: 'application/msword', puid: 'fmt/40', extensions: ['doc', 'dot'], reader: office },
  { id: 'xls', name: 'Microsoft Excel 97-2003', mime: 'application/vnd.ms-excel', puid: 'fmt/61', extensions: ['xls', 'xlt', 'xla', 'et'], reader: office },
  { id: 'ppt', name: 'Microsoft PowerPoint 97-2003', mime: 'application/vnd.ms-powerpoint', puid: 'fmt/126', extensions: ['ppt', 'pps', 'pot'], reader: office },
  { id: 'vsd', name: 'Microsoft Visio', mime: 'application/vnd.visio', extensions: ['vsd', 'vst', 'vss'], reader: office },
  { id: 'msg', name: 'Outlook message', mime: 'application/vnd.ms-outlook', puid: 'x-fmt/430', extensions: ['msg'], reader: office },
  { id: 'ole2', name: 'OLE2 compound file', mime: 'application/x-ole-storage', puid: 'fmt/111', extensions: [], reader: office },
  { id: 'ooxml-encrypted', name: 'Encrypted Office Open XML', mime: 'application/x-ole-storage', puid: 'fmt/494', extensions: ['docx', 'xlsx', 'pptx', 'xlsb'], reader: office },
  { id: 'docx', name: 'Word document (OOXML)', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', puid: 'fmt/412', extensions: ['docx', 'docm', 'dotx', 'dotm'], reader: zip },
  { id: 'xlsx', name: 'Excel workbook (OOXML)', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', puid: 'fmt/214', extensions: ['xlsx', 'xlsm', 'xlsb', 'xltx', 'xltm', 'xlam'], reader: zip },
  { id: 'pptx', name: 'PowerPoint presentation (OOXML)', mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', puid: 'fmt/215', extensions: ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm'], reader: zip },
  { id: 'vsdx', name: 'Visio drawing (OOXML)', mime: 'application/vnd.ms-visio.drawing', puid: 'fmt/924', extensions: ['vsdx', 'vsdm', 'vssx', 'vssm', 'vstx'], reader: zip },
  { id: 'odt', name: 'OpenDocument text', mime: 'application/vnd.oasis.opendocument.text', puid: 'fmt/291', extensions: ['odt', 'ott'], reader: zip },
  { id: 'ods', name: 'OpenDocument spreadsheet', mime: 'application/vnd.oasis.opendocument.spreadsheet', puid: 'fmt/295', extensions: ['ods', 'ots'], reader: zip },
  { id: 'odp', name: 'OpenDocument presentation', mime: 'application/vnd.oasis.opendocument.presentation', puid: 'fmt/293', extensions: ['odp', 'otp'], reader: zip },
  { id: 'odg', name: 'OpenDocument drawing', mime: 'application/vnd.oasis.opendocument.graphics', puid: 'fmt/297', extensions: ['odg', 'otg'], reader: zip },
  { id: 'ofd', name: 'OFD (GB/T 33190)', mime: 'application/ofd', extensions: ['ofd'], reader: zip },
  { id: 'epub', name: 'EPUB', mime: 'application/epub+zip', puid: 'fmt/483', extensions: ['epub'], reader: zip },
  { id: 'mdb', name: 'Microsoft Access (Jet)', mime: 'application/x-msaccess', puid: 'x-fmt/241', extensions: ['mdb', 'accdb'] },
  { id: 'accdb', name: 'Microsoft Access (ACE)', mime: 'application/x-msaccess', puid: 'fmt/275', extensions: ['accdb', 'mdb'] },
  { id: 'email', name: 'Internet message', mime: 'message/rfc822', puid: 'fmt/278', extensions: [] },
];
