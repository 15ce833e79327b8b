/** What a column of a borehole table holds. */
export type ColumnRole =
  | 'hole'
  | 'x'
  | 'y'
  | 'longitude'
  | 'latitude'
  | 'elevation'
  | 'depth'
  | 'from'
  | 'to'
  | 'lithology'
  | 'azimuth'
  | 'dip';

/** Column names seen in Chinese and English borehole tables. */
const names: readonly [ColumnRole, RegExp][] = [
  [
    'hole',
    /^(钻孔|孔|井)(编?号|名称?)?$|^(统一|工程)编号$|^(hole|bore_?hole|bh|dh|well|collar|loca|site)[ _]?(id|no|num|number|name|code)?$|^uwi$|^(hole|company)?hole_?id$/i,
  ],
  ['longitude', /^(东经|经度)|^(lon|long|longitude|lng)([ _(].*)?$/i],
  ['latitude', /^(北纬|纬度)|^(lat|latitude)([ _(].*)?$/i],
  ['x', /^(x|x[ _]?坐标|东坐标|横坐标|east|easting|x_?coord|utm_?e)([ _(].*)?$|^坐标x$/i],
  ['y', /^(y|y[ _]?坐标|北坐标|纵坐标|north|northing|y_?coord|utm_?n)([ _(].*)?$|^坐标y$/i],
  [
    'elevation',
    /^(孔口|地面|井口)?(标高|高程|海拔)|^(z|elev|elevation|rl|collar_?rl|ground_?level|kb)([ _(].*)?$/i,
  ],
  ['from', /^(起|顶|起始|顶板|层顶)(始|点)?(深度?|埋深)|^自$|^(depth)?_?(from|top)(_?depth)?([ _(].*)?$/i],
  ['to', /^(止|底|终止|底板|层底)(点)?(深度?|埋深)|^至$|^(depth)?_?(to|base|bottom)(_?depth)?([ _(].*)?$/i],
  ['depth', /^(终孔|孔|井|完钻)?(深度?|井深)([ _((].*)?$|^(max|total|final)?_?(depth|td)([ _(].*)?$/i],
  ['lithology', /^(岩性|岩石|地层)(名称|描述|代号)?|^(lith|lithology|rock|strata|geol)/i],
  ['azimuth', /^方位角?|^azi/i],
  ['dip', /^(倾角|倾斜角|天顶角)|^(dip|inclination)/i],
];

/** Finds the roles of columns by their names; the first column that fits gets the role. */
export function columnRoles(columns: readonly string[]): Partial<Record<ColumnRole, number>> {
  const roles: Partial<Record<ColumnRole, number>> = {};
  for (const [role, pattern] of names) {
    const taken = new Set(Object.values(roles));
    const at = columns.findIndex((column, index) => !taken.has(index) && pattern.test(column.trim()));
    if (at >= 0) roles[role] = at;
  }
  return roles;
}

/** The kind of borehole table, told by its columns; undefined for any other table. */
export function boreholeTable(roles: Partial<Record<ColumnRole, number>>): string | undefined {
  if (roles.hole === undefined) return undefined;
  const placed =
    (roles.x !== undefined && roles.y !== undefined) ||
    (roles.longitude !== undefined && roles.latitude !== undefined);
  if (roles.from !== undefined && roles.to !== undefined) return 'interval';
  if (roles.azimuth !== undefined || roles.dip !== undefined) return placed ? 'collar' : 'survey';
  if (placed) return 'collar';
  return roles.lithology === undefined ? undefined : 'interval';
}
