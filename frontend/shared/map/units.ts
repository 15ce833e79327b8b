const digits = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : value < 10_000 ? 1 : 0 });

/** Metres, from a kilometre on kilometres. */
export const formatLength = (metres: number): string =>
  metres < 1000 ? `${digits(metres)} m` : `${digits(metres / 1000)} km`;

/** Square metres, from a tenth of a square kilometre on square kilometres. */
export const formatArea = (squareMetres: number): string =>
  squareMetres < 100_000 ? `${digits(squareMetres)} m²` : `${digits(squareMetres / 1e6)} km²`;
