import { describe, expect, it } from '@jest/globals';
import { mineralClassName, mineralClassOf } from './mineral-class-of.ts';
import { mineralClasses } from './mineral-classes.ts';
import { minerals } from './minerals.ts';

describe('classes of minerals', () => {
  it('are those that the list is in, each with its name', () => {
    const heads = minerals.entries.filter(({ parent }) => parent === undefined);
    expect(heads.map(({ slug }) => slug)).toEqual([...mineralClasses]);
    expect(mineralClasses.map(mineralClassName)).toEqual(heads.map(({ name }) => name));
  });
  it('every mineral of the list has one', () => {
    for (const { slug, parent } of minerals.entries) expect(mineralClassOf([slug])).toBe(parent ?? slug);
  });
  it('the first that is known counts; what the list does not know has none', () => {
    expect(mineralClassOf(['lapis', 'gold', 'coal'])).toBe('precious');
    expect(mineralClassOf(['coal', 'gold'])).toBe('energy');
    expect(mineralClassOf(['lapis'])).toBeUndefined();
    expect(mineralClassOf([])).toBeUndefined();
  });
});
