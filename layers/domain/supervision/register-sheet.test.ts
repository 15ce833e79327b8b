import { expect, it } from '@jest/globals';
import { registerInput, registerSheet } from './register-sheet.ts';

it('splits what may be several, and knows minerals by their names', () => {
  const of = registerInput({ number: 'T1', minerals: '铜矿、金； Iron,某未列矿', regions: '420100，510100' });
  expect(of).toEqual({
    number: 'T1',
    minerals: ['copper', 'gold', 'iron', '某未列矿'],
    regions: ['420100', '510100'],
  });
});
it('leaves out what the line leaves out: an import deletes nothing', () => {
  expect(registerInput({ number: 'T1' })).toEqual({ number: 'T1' });
});
it('one licence may stand several times, with another term each', () => {
  expect(registerSheet.key).toEqual(['kind', 'number', 'from']);
});
