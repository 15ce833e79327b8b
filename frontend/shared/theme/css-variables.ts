import type { Mode } from './antd.ts';
import { dark, light } from './palette.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The palette as CSS custom properties (`--ga-on-primary`), for what the component library does not draw. */
export const cssVariables = (mode: Mode): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mode === 'dark' ? dark : light).map(([name, value]) => [`--ga-${kebab(name)}`, value]),
  );
