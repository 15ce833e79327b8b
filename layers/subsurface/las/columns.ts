/** Columns of numbers that grow row by row. */
export const growing = (width: number) => {
  let room = 1024;
  let columns = Array.from({ length: width }, () => new Float64Array(room));
  let rows = 0;
  return {
    get rows() {
      return rows;
    },
    add(row: Float64Array): void {
      if (rows === room) {
        room *= 2;
        columns = columns.map((old) => {
          const larger = new Float64Array(room);
          larger.set(old);
          return larger;
        });
      }
      for (let at = 0; at < width; at++) {
        const column = columns[at];
        if (column !== undefined) column[rows] = row[at] ?? Number.NaN;
      }
      rows++;
    },
    /** The columns as long as they are filled. */
    done: (): Float64Array[] => columns.map((column) => column.slice(0, rows)),
  };
};
