const symbols = new Set(
  'H Li Be B C N O F Na Mg Al Si P S Cl K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Rb Sr Y Zr Nb Mo Ru Rh Pd Ag Cd In Sn Sb Te I Cs Ba La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Th U TFe mFe LOI TC TOC TREO'.split(
    ' ',
  ),
);
const units = '%|ppm|ppb|g/t|10-6|10-9|10⁻⁶|10⁻⁹|wt%|pct|mg/kg|μg/g|ug/g|oz/t';
const headed = new RegExp(`^([A-Za-z0-9]+)(?:[\\s_]*[（(\\[]?\\s*(${units})\\s*[）)\\]]?)?$`, 'i');

/** An oxide or other compound of known elements: `SiO2`, `Fe2O3`, `P2O5`. */
const isCompound = (text: string): boolean => {
  const parts = [...text.matchAll(/([A-Z][a-z]?)\d*/g)];
  return (
    parts.length > 1 &&
    parts.map(([whole]) => whole).join('') === text &&
    parts.every(([, symbol]) => symbols.has(symbol ?? ''))
  );
};

/** The element or oxide that a column of values is headed by, and its unit: `Cu (%)`, `Au_ppb`, `SiO2`. A bare symbol needs two letters. */
export const elementOf = (heading: string): { element: string; unit: string } | undefined => {
  const found = headed.exec(
    heading
      .trim()
      .normalize('NFKC')
      .replace(/_(?=[^_]*$)/, ' '),
  );
  const [, element = '', unit = ''] = found ?? [];
  const known = symbols.has(element) ? element.length > 1 || unit !== '' : isCompound(element);
  return known ? { element, unit } : undefined;
};
