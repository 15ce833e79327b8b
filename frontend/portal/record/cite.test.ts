import { expect, test } from '@jest/globals';
import { citation } from './cite.ts';

const record = {
  authors: ['李四光'],
  title: '铜矿勘探报告',
  producer: '某地质队',
  formedOn: '1998-05-01',
  node: 'NGA',
  code: 'cgdoi.n0001/x00000001',
};

test('a reference in the usual order', () => {
  expect(citation(record, '全国地质资料馆')).toBe(
    '李四光. 铜矿勘探报告[A]. 某地质队, 1998. 全国地质资料馆: cgdoi.n0001/x00000001',
  );
});

test('from four authors on only three are named', () => {
  expect(citation({ ...record, authors: ['甲', '乙', '丙', '丁'] }, '馆')).toMatch(/^甲, 乙, 丙, 等\. /);
});

test('what is not known is left out', () => {
  const { producer: _, formedOn: __, ...rest } = record;
  expect(citation({ ...rest, authors: [] }, '馆')).toBe('铜矿勘探报告[A]. 馆: cgdoi.n0001/x00000001');
});
