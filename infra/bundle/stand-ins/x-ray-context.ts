import { AsyncLocalStorage } from 'node:async_hooks';

type Context = Record<string, unknown>;
type Callback<A extends unknown[], R> = (...args: A) => R;

/**
 * The part of `cls-hooked` that the X-Ray SDK uses, over Node's own AsyncLocalStorage: `cls-hooked` watches the birth and
 * death of every promise, which slows all that a function does and keeps much memory alive.
 */
const makeNamespace = (name: string) => {
  const storage = new AsyncLocalStorage<Context>();
  // What was entered outside every `run`: in Lambda, the segment that the service itself made.
  let entered: Context | undefined;
  const active = (): Context | undefined => storage.getStore() ?? entered;
  const createContext = (): Context => Object.create(active() ?? null);
  return {
    name,
    createContext,
    enter(context: Context): void {
      entered = context;
    },
    exit(): void {
      entered = undefined;
    },
    run(work: (context: Context) => unknown): Context {
      const context = createContext();
      storage.run(context, work, context);
      return context;
    },
    runAndReturn<T>(work: (context: Context) => T): T {
      const context = createContext();
      return storage.run(context, work, context);
    },
    bind<A extends unknown[], R>(work: Callback<A, R>, context: Context = active() ?? createContext()) {
      return (...args: A): R => storage.run(context, () => work(...args));
    },
    get: (key: string): unknown => active()?.[key],
    set<T>(key: string, value: T): T {
      const context = active();
      if (context === undefined) throw new Error(`Nothing entered the context ${name}`);
      context[key] = value;
      return value;
    },
  };
};
type Namespace = ReturnType<typeof makeNamespace>;

const namespaces = new Map<string, Namespace>();
export const createNamespace = (name: string): Namespace => {
  const made = makeNamespace(name);
  namespaces.set(name, made);
  return made;
};
export const getNamespace = (name: string): Namespace | undefined => namespaces.get(name);
export const destroyNamespace = (name: string): void => {
  namespaces.delete(name);
};
