/** Whole numbers that grow in number, four bytes each. */
export const pool = () => {
  let room = new Uint32Array(1024);
  let size = 0;
  return {
    push(...numbers: number[]): void {
      if (size + numbers.length > room.length) {
        const larger = new Uint32Array(Math.max(room.length * 2, size + numbers.length));
        larger.set(room);
        room = larger;
      }
      room.set(numbers, size);
      size += numbers.length;
    },
    size: () => size,
    /** A copy of what was pushed, without the room to grow. */
    done: (): Uint32Array => room.slice(0, size),
  };
};
