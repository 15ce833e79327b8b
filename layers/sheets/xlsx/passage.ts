/** A stream from a writer to a reader that `fail` ends for both sides: the packing library leaves it open when it stops half-way. */
export const passage = () => {
  let fail: (error: unknown) => void = () => undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      fail = (error) => controller.error(error);
    },
  });
  return { readable, writable, fail: (error: unknown) => fail(error) };
};
