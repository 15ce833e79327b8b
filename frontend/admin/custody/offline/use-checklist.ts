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
import { shrink } from './shrink.ts';
import { useOnline } from './use-online.ts';

const fresh = (inspection: Inspection): Kept => ({
  inspection,
  results: inspection.results,
  photos: inspection.photos.map(({ id }) => id),
  sync: ulid(),
  changed: false,
});

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
  const keep = useCallback(
    async (next: Kept) => {
      latest.current = next;
      setKept(next);
      await deviceStore.write(id, next);
    },
    [id],
  );
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const mine = await deviceStore.read(id).catch(() => undefined);
      if (mine !== undefined && !gone) await keep(mine);
      try {
        const inspection = await api.call(custodyInspections.getInspection, { params: { id } });
        if (gone) return;
        if (latest.current?.changed !== true) await keep(fresh(inspection));
        setUnreachable(false);
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

  const change = (part: Partial<Pick<Kept, 'photos'>> & { results?: Partial<InspectionResults> }) => {
    const now = latest.current;
    if (now === undefined) return Promise.resolve();
    const results = { ...now.results, ...part.results };
    return keep({ ...now, ...part, results, sync: ulid(), changed: true });
  };
  const addPhoto = async (file: File): Promise<string> => {
    const photo = ulid();
    const blob = await shrink(file);
    const name = blob === file ? file.name : `${photo}.jpg`;
    await deviceStore.putPhoto({ id: photo, inspection: id, name, blob });
    await change({ photos: [...(latest.current?.photos ?? []), photo] });
    return photo;
  };

  const syncing = useMutation({
    mutationFn: async (complete: boolean) => {
      const now = latest.current;
      if (now === undefined) return undefined;
      const known = new Set(now.inspection.photos.map((photo) => photo.id));
      for (const photo of await deviceStore.photos(id)) {
        if (!now.photos.includes(photo.id) || known.has(photo.id)) continue;
        const body = { name: photo.name, content: await base64Of(photo.blob) };
        await api.call(custodyInspections.putInspectionPhoto, { params: { id, photo: photo.id }, body });
      }
      const { results, photos, sync, inspection } = now;
      const reply = await api.call(custodyInspections.syncInspection, {
        params: { id },
        body: { ...results, photos, sync, base: inspection.version, complete },
      });
      return { inspection: reply, sync };
    },
    onSuccess: async (sent) => {
      setUnreachable(false);
      const now = latest.current;
      if (sent === undefined || now === undefined) return;
      const { inspection } = sent;
      setTheirs(undefined);
      if (inspection.state !== 'dispatched') await deviceStore.forget(id);
      // What was noted while it was being sent stays, and goes with the next.
      else await keep(now.sync === sent.sync ? fresh(inspection) : { ...now, inspection });
      await cache.invalidateQueries({ queryKey: [custodyInspections.listInspections.module] });
    },
    onError: async (error) => {
      const { type } = toProblem(error);
      setUnreachable(type === local.unreachable);
      if (type !== 'stale') return;
      setTheirs(await api.call(custodyInspections.getInspection, { params: { id } }));
    },
  });
  /** Settles a conflict: what was noted here goes on top of the server's, or is given up. */
  const settle = async (mine: boolean) => {
    const now = latest.current;
    if (now === undefined || theirs === undefined) return;
    const photos = [...new Set([...now.photos, ...theirs.photos.map((photo) => photo.id)])];
    await keep(mine ? { ...now, photos, inspection: theirs, sync: ulid(), changed: true } : fresh(theirs));
    setTheirs(undefined);
    syncing.reset();
  };
  return { kept, failed, ready, offline: !online || unreachable, theirs, change, addPhoto, syncing, settle };
};
export type Checklist = ReturnType<typeof useChecklist>;
