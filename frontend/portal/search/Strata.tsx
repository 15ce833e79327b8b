const layers = [
  ['M0 120 C 200 60 420 170 640 110 S 1100 40 1440 120 V 400 H 0 Z', '#c99a56'],
  ['M0 180 C 240 120 430 240 700 170 S 1150 120 1440 190 V 400 H 0 Z', '#3d8378'],
  ['M0 245 C 260 190 480 300 760 235 S 1180 190 1440 260 V 400 H 0 Z', '#a5322a'],
  ['M0 290 C 260 240 520 340 800 280 S 1200 250 1440 310 V 400 H 0 Z', '#0d2624'],
] as const;

/** Folded layers behind the title. */
export const Strata = () => (
  <svg
    className="ga-strata"
    viewBox="0 0 1440 400"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    {layers.map(([d, fill]) => (
      <path key={fill} d={d} fill={fill} />
    ))}
  </svg>
);
