/** Whole numbers that grow in number, four bytes each. */
export const pool = () => {
  let room = new Uint32Array(1024);
  let size = 0;
  return {
    // One at a time: a list of numbers would be an object for each call.
    push(number: number): void {
      if (size === room.length) {
        const larger = new Uint32Array(room.length * 2);
        larger.set(room);
        room = larger;
      }
      room[size] = number;
      size += 1;
    },
    size: () => size,
    /** A copy of what was pushed, without the room to grow. */
    done: (): Uint32Array => room.slice(0, size),
  };
};
