import { type Problem, problem } from '../core/problem.ts';
import type { LasContent } from './parse.ts';
import { lasVersion, wellItem, wellValue } from './well.ts';

const isNumber = (text: string) => Number.isFinite(Number(text.replace(/^\+/, '')));

function checkSections({ sections, curves, otherCurves }: LasContent, version: number): Problem[] {
  const missing: string[] = [];
  if (!sections.has('version')) missing.push('~Version');
  if (!sections.has('well')) missing.push('~Well');
  if (curves.length === 0 && !(version >= 3 && otherCurves > 0)) missing.push('~Curve');
  if (!sections.has('data') && !(version >= 3 && sections.has('other-data'))) missing.push('~ASCII');
  return missing.map((name) => problem('section-missing', { name }));
}

function checkWell(content: LasContent): Problem[] {
  const problems: Problem[] = [];
  for (const name of ['STRT', 'STOP', 'STEP', 'NULL']) {
    const item = wellItem(content, name);
    if (!item || item.value === '') problems.push(problem('field-missing', { name }, '~Well'));
    else if (/^[-+]?\d+,\d+$/.test(item.value))
      problems.push(problem('value-not-number', { name, value: item.value }, '~Well'));
  }
  if (wellValue(content, 'WELL') === undefined)
    problems.push(problem('field-missing', { name: 'WELL' }, '~Well'));
  return problems;
}

/** The index of the data must agree with STRT and STOP within one step. */
function checkRange(content: LasContent): Problem[] {
  const { data } = content;
  const [start, stop, step] = ['STRT', 'STOP', 'STEP'].map((name) =>
    Number(wellItem(content, name)?.value || Number.NaN),
  );
  const near = Math.max(Math.abs(step ?? 0) * 1.01, Math.abs(stop ?? 0) * 1e-4, 0.01);
  const compare = (what: string, declared: number | undefined, actual: number | undefined) =>
    declared !== undefined &&
    actual !== undefined &&
    Number.isFinite(declared) &&
    Math.abs(declared - actual) > near
      ? [problem('values-disagree', { what, declared, actual }, '~ASCII')]
      : [];
  return [...compare('STRT', start, data?.first), ...compare('STOP', stop, data?.last)];
}

function checkRows({ data, curves, otherRows }: LasContent): Problem[] {
  if (!data || data.rows === 0) return otherRows > 0 ? [] : [problem('no-data')];
  const problems: Problem[] = [];
  if (data.wrongRows > 0)
    problems.push(
      problem(
        'column-count',
        { count: data.wrongRows, expected: curves.length },
        `~ASCII row ${data.firstWrong}`,
      ),
    );
  if (data.badValue) {
    const found = problem(
      'value-not-number',
      { name: '~ASCII', value: data.badValue.value },
      `~ASCII row ${data.badValue.row}`,
    );
    // Words for absent values are common and harmless; a decimal comma changes numbers.
    problems.push(data.badValue.decimalComma ? found : { ...found, severity: 'warning' });
  }
  return problems;
}

/** Findings of a LAS file (CWLS LAS 2.0, 5.3-5.6; LAS 3.0 File Structures, 13). */
export function checkLas(content: LasContent): Problem[] {
  const version = lasVersion(content);
  const problems = [
    ...checkSections(content, version),
    ...checkWell(content),
    ...checkRows(content),
    ...checkRange(content),
  ];
  for (const { line, text } of content.badLines)
    problems.push(problem('odd-structure', { what: text }, `line ${line}`));
  const odd = content.parameters.find(({ value }) => !isNumber(value) && /^[-+]?\d+,\d+$/.test(value));
  if (odd)
    problems.push({
      ...problem('value-not-number', { name: odd.mnemonic, value: odd.value }, '~Parameter'),
      severity: 'warning',
    });
  return problems;
}
