import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { commandsOn } from './commands.ts';
import { openShelf, type Shelf } from './shelf.ts';
import type { Item } from './values.ts';

type Output = {
  Item?: Item | undefined;
  Attributes?: Item | undefined;
  Items?: Item[] | undefined;
  LastEvaluatedKey?: Item | undefined;
  Responses?: Record<string, Item[]> | undefined;
  UnprocessedKeys?: Record<string, { Keys: Item[] | undefined }> | undefined;
};

const all = <T, U>(of: Record<string, T>, change: (one: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(of).map(([name, one]) => [name, change(one)]));

/** An answer as the document client gives it: values in place of attributes. */
const plain = ({
  Item,
  Attributes,
  Items,
  LastEvaluatedKey,
  Responses,
  UnprocessedKeys,
  ...rest
}: Output) => ({
  ...rest,
  ...(Item && { Item: unmarshall(Item) }),
  ...(Attributes && { Attributes: unmarshall(Attributes) }),
  ...(Items && { Items: Items.map((one) => unmarshall(one)) }),
  ...(LastEvaluatedKey && { LastEvaluatedKey: unmarshall(LastEvaluatedKey) }),
  ...(Responses && { Responses: all(Responses, (items) => items.map((one) => unmarshall(one))) }),
  ...(UnprocessedKeys && {
    UnprocessedKeys: all(UnprocessedKeys, (of) => ({ ...of, Keys: of.Keys?.map((one) => unmarshall(one)) })),
  }),
});

/**
 * Lets the calls of a document client be answered by tables in memory, in this process, instead of by a server. How values become
 * attributes stays the SDK's, and so do its errors. Two calls at once are carried out one after the other, each whole.
 */
export const answerFromMemory = (
  client: DynamoDBClient,
): { create(name: string): void; remove(name: string): void } => {
  const shelves = new Map<string, Shelf>();
  const commands: Record<string, (input: never) => Output> = commandsOn((name) => shelves.get(name ?? ''));
  client.middlewareStack.addRelativeTo(
    (_next: unknown, context: { commandName?: string }) => async (args: { input: unknown }) => {
      const name = String(context.commandName);
      const command = commands[name];
      if (command === undefined) throw new Error(`tables in memory do not know ${name}`);
      // As with a server, the answer is never there at once: what others do meanwhile comes between.
      await new Promise(setImmediate);
      // Bytes would otherwise be the caller's and the table's at once.
      const output = structuredClone(command(structuredClone(args.input) as never));
      return { response: {}, output: { ...plain(output), $metadata: {} } };
    },
    // The document client puts its own step, which makes attributes of values, in front of this one.
    { relation: 'after', toMiddleware: 'DocumentMarshall', name: 'answerFromMemory' },
  );
  return {
    create(name) {
      shelves.set(name, openShelf());
    },
    remove(name) {
      shelves.delete(name);
    },
  };
};
