const refuse = (): never => {
  throw new Error('Event streams of the AWS SDK are left out of the bundles');
};

/**
 * Stands for `@smithy/core/event-streams`, which no operation in use speaks. The SDK fetches it by `import()`; in a bundle of one
 * file that makes esbuild keep all it reaches, most of `@smithy/core`, whole and unhoisted.
 */
export const eventStreamSerdeProvider = () => ({ serialize: refuse, deserialize: refuse });
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;
export const EventStreamSerde = refuse;
