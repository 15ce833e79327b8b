/** What a list shows, kept in the address so that it can be shared, bookmarked and walked back through. */
export type ListState = {
  q: string;
  sort: string | undefined;
  descending: boolean;
  filters: Readonly<Record<string, readonly string[]>>;
};

export type ListShape = { filters: readonly string[]; sorts: readonly string[] };

/** Reads a list's state from the address; unknown sorts, filters and empty values are left out. */
export const parseListState = (params: URLSearchParams, shape: ListShape): ListState => {
  const asked = params.get('sort') ?? '';
  const name = asked.replace(/^-/, '');
  const known = shape.sorts.includes(name);
  const filters: Record<string, string[]> = {};
  for (const filter of shape.filters) {
    const values = [...new Set(params.getAll(filter).filter((value) => value !== ''))];
    if (values.length > 0) filters[filter] = values;
  }
  return {
    q: params.get('q') ?? '',
    sort: known ? name : undefined,
    descending: known && asked.startsWith('-'),
    filters,
  };
};

/** Writes a list's state into an address, only what differs from the plain list. */
export const formatListState = (state: ListState): URLSearchParams => {
  const params = new URLSearchParams();
  if (state.q !== '') params.set('q', state.q);
  if (state.sort !== undefined) params.set('sort', `${state.descending ? '-' : ''}${state.sort}`);
  for (const [filter, values] of Object.entries(state.filters))
    for (const value of values) params.append(filter, value);
  return params;
};

/** What becomes of a list's state: its new parts, or how they follow from what it is at that moment. */
export type ListChange = Partial<ListState> | ((now: ListState) => Partial<ListState>);

/** An address with a list's state changed; what the page itself keeps in it stays. */
export const changedParams = (
  before: URLSearchParams,
  change: ListChange,
  shape: ListShape,
): URLSearchParams => {
  const now = parseListState(before, shape);
  const next = formatListState({ ...now, ...(typeof change === 'function' ? change(now) : change) });
  for (const [name, value] of before)
    if (!['q', 'sort', ...shape.filters].includes(name)) next.append(name, value);
  return next;
};

/** The filters with one value of one of them chosen or not. */
export const toggled = (
  { filters }: Pick<ListState, 'filters'>,
  filter: string,
  value: string,
  on: boolean,
): ListState['filters'] => {
  const others = (filters[filter] ?? []).filter((one) => one !== value);
  return { ...filters, [filter]: on ? [...others, value] : others };
};

/** True when search words or a filter narrow the list: an empty one then says so. */
export const isNarrowed = (state: ListState): boolean =>
  state.q !== '' || Object.values(state.filters).some((values) => values.length > 0);
