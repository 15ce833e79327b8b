import type { Inspection, InspectionResults } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { local, toProblem } from '@geoarchive/frontend-shared/problem/problem.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { base64Of } from '../send-files.ts';
import { deviceStore, type Kept } from './device-store.ts';
import { keepShell } from './keep-shell.ts';
import { afterSync, fresh, isOver, noted, photosOf } from './kept.ts';
import { shrink } from './shrink.ts';
import { useOnline } from './use-online.ts';

/**
 * A checklist on this device. What was noted here comes first; where nothing was, or nothing since the last synchronisation, the server's. Every
 * change is written to the device at once.
 */
export const useChecklist = (id: string) => {
  const api = useApi();
  const cache = useQueryClient();
  const [kept, setKept] = useState<Kept>();
  const [failed, setFailed] = useState<unknown>();
  const [ready, setReady] = useState<boolean>();
  // A browser may think that it has a network which leads nowhere.
  const [unreachable, setUnreachable] = useState(false);
  const online = useOnline();
  const [theirs, setTheirs] = useState<Inspection>();
  // Changes that follow each other quickly are each made on the one before.
  const latest = useRef<Kept>(undefined);
  /** Whether the last thing noted stands only on the page, since the device refused it; and why the last photo was not taken. */
  const [unstored, setUnstored] = useState(false);
  const [badPhoto, setBadPhoto] = useState(false);
  const stored = useCallback(async (writing: Promise<unknown>): Promise<boolean> => {
    const done = await writing.then(
      () => true,
      () => false,
    );
    setUnstored(!done);
    return done;
  }, []);
  const keep = useCallback(
    async (next: Kept) => {
      latest.current = next;
      setKept(next);
      await stored(deviceStore.write(id, next));
    },
    [id, stored],
  );
  useEffect(() => {
    let gone = false;
    const load = async () => {
      // Once it is on the page, the page is ahead of the device: read again, it would overwrite what is noted meanwhile.
      const mine = latest.current ?? (await deviceStore.read(id).catch(() => undefined));
      if (gone) return;
      if (mine !== undefined && latest.current === undefined) await keep(mine);
      try {
        const inspection = await api.call(custodyInspections.getInspection, { params: { id } });
        if (gone) return;
        if (latest.current?.changed !== true) await keep(fresh(inspection));
        else if (isOver(inspection)) setTheirs(inspection);
        setUnreachable(false);
        // Otherwise the browser may clear what is kept when it runs short of space.
        await navigator.storage?.persist?.().catch(() => false);
        setReady(await keepShell());
      } catch (error) {
        if (gone) return;
        setUnreachable(toProblem(error).type === local.unreachable);
        if (mine === undefined) setFailed(error);
      }
    };
    if (online || latest.current === undefined) void load().catch((error: unknown) => setFailed(error));
    return () => {
      gone = true;
    };
  }, [id, api, keep, online]);

  const change = async (results: Partial<InspectionResults>): Promise<void> => {
    const now = latest.current;
    if (now !== undefined) await keep(noted(now, results));
  };
  /** Keeps a photo on the device until a finding names it; nothing where it cannot be sent or kept. */
  const addPhoto = async (file: File): Promise<string | undefined> => {
    const photo = ulid();
    const blob = await shrink(file);
    setBadPhoto(blob === undefined);
    if (blob === undefined) return undefined;
    const of = { id: photo, inspection: id, name: `${photo}.jpg`, blob };
    return (await stored(deviceStore.putPhoto(of))) ? photo : undefined;
  };

  const syncing = useMutation({
    mutationFn: async (complete: boolean) => {
      const now = latest.current;
      if (now === undefined) return undefined;
      const photos = photosOf(now.results);
      const known = new Set(now.inspection.photos.map((photo) => photo.id));
      for (const photo of await deviceStore.photos(id)) {
        if (!photos.includes(photo.id) || known.has(photo.id)) continue;
        const body = { name: photo.name, content: await base64Of(photo.blob) };
        await api.call(custodyInspections.putInspectionPhoto, { params: { id, photo: photo.id }, body });
      }
      const { results, sync, inspection } = now;
      const reply = await api.call(custodyInspections.syncInspection, {
        params: { id },
        body: { ...results, photos, sync, base: inspection.version, complete },
      });
      return { sent: now, reply };
    },
    onSuccess: async (arrived) => {
      setUnreachable(false);
      if (arrived === undefined) return;
      setTheirs(undefined);
      const next = afterSync(latest.current ?? arrived.sent, arrived.sent, arrived.reply);
      if (next === undefined) await deviceStore.forget(id);
      else await keep(next);
      await cache.invalidateQueries({ queryKey: [custodyInspections.listInspections.module] });
    },
    onError: async (error) => {
      const { type } = toProblem(error);
      setUnreachable(type === local.unreachable);
      if (type !== 'stale' && type !== 'wrong-state') return;
      setTheirs(await api.call(custodyInspections.getInspection, { params: { id } }));
    },
  });
  /** Settles a conflict: what was noted here goes on top of the server's, or is given up. */
  const settle = async (mine: boolean) => {
    const now = latest.current;
    if (now === undefined || theirs === undefined) return;
    const next = mine ? noted({ ...now, inspection: theirs }, {}) : fresh(theirs);
    if (isOver(theirs)) {
      await deviceStore.forget(id);
      latest.current = next;
      setKept(next);
    } else await keep(next);
    setTheirs(undefined);
    syncing.reset();
  };
  const offline = !online || unreachable;
  const troubles = { unstored, badPhoto };
  return { kept, failed, ready, offline, troubles, theirs, change, addPhoto, syncing, settle };
};
export type Checklist = ReturnType<typeof useChecklist>;
