/**
 * Colours of the sites: malachite on paper by day, on basalt by night, with ochre as the one accent.
 * Text pairs keep a contrast of 4.5:1 or better (`palette.test.ts`).
 */
export type Palette = {
  page: string;
  surface: string;
  raised: string;
  line: string;
  text: string;
  soft: string;
  primary: string;
  onPrimary: string;
  accent: string;
  success: string;
  warning: string;
  error: string;
  bar: string;
  onBar: string;
  /** Of maps: the ground that is land, the water, and the net of degrees over both. */
  land: string;
  sea: string;
  net: string;
};

export const light: Palette = {
  page: '#f5f2ea',
  surface: '#fffdf8',
  raised: '#ffffff',
  line: '#d9d2c3',
  text: '#22302f',
  soft: '#56625f',
  primary: '#1c5f57',
  onPrimary: '#ffffff',
  accent: '#8f5713',
  success: '#2f6b3a',
  warning: '#8a5a00',
  error: '#a5322a',
  bar: '#173f3c',
  onBar: '#f3eee1',
  land: '#ece8d3',
  sea: '#c9dae3',
  net: '#a3b0ae',
};

export const dark: Palette = {
  page: '#12181a',
  surface: '#1a2224',
  raised: '#212b2d',
  line: '#36433f',
  text: '#e7e3d8',
  soft: '#a7b1aa',
  primary: '#6fbfb2',
  onPrimary: '#0d2421',
  accent: '#dba862',
  success: '#86c28f',
  warning: '#e0b567',
  error: '#ec8f86',
  bar: '#0d2624',
  onBar: '#e9e4d6',
  land: '#333a2d',
  sea: '#132630',
  net: '#5a6a66',
};
