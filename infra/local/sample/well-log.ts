/** A LAS 2.0 well log: depth in metres, natural gamma and resistivity. */
export const wellLog = (well: string, rows = 200): string => {
  const lines = Array.from({ length: rows }, (_, at) => {
    const depth = 10 + at * 0.5;
    const gamma = 60 + 25 * Math.sin(depth / 7);
    const resistivity = 120 + 80 * Math.cos(depth / 11);
    return `${depth.toFixed(2)} ${gamma.toFixed(3)} ${resistivity.toFixed(3)}`;
  });
  return `~Version
VERS.   2.0 : CWLS LOG ASCII STANDARD
WRAP.    NO : ONE LINE PER DEPTH STEP
~Well
STRT.M  10.00 : START DEPTH
STOP.M  ${(10 + (rows - 1) * 0.5).toFixed(2)} : STOP DEPTH
STEP.M   0.50 : STEP
NULL. -999.25 : NULL VALUE
COMP.  DEMO SURVEY : COMPANY
WELL.  ${well} : WELL
FLD .  DEMO : FIELD
~Curve
DEPT.M      : DEPTH
GR  .API    : NATURAL GAMMA
RT  .OHMM   : RESISTIVITY
~Ascii
${lines.join('\n')}
`;
};
