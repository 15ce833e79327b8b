import { encode } from 'iconv-lite';

/** A Chinese font that is not embedded: its codes can be read with the Adobe character maps only. */
const SONG =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 >> >>] >>';

/** A PDF of one page with a line of text; `info` is added to the document information as it stands. */
export function buildPdf({
  title = 'Report',
  text = 'Hello',
  encrypt = false,
  chinese = '',
  info = '',
} = {}): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td ${chinese ? `<${encode(chinese, 'gbk').toString('hex')}>` : `(${text})`} Tj ET`;
  const titleHex = Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    chinese ? SONG : '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title <${titleHex}> /Author (Li Si) /CreationDate (D:20240131120000+08'00') ${info}>>`,
    `<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const lock = encrypt ? ' /Encrypt 7 0 R /ID [<00> <00>]' : '';
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R${lock} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}
