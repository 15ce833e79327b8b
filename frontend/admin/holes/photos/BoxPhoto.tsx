import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierFile } from '../../dossier/DossierFiles.tsx';
import { usePicture } from './use-photos.ts';

/** Bytes of a picture that is fetched for a thumbnail; a larger one is not fetched for it. */
const mostBytes = 20_000_000;
const thumbHeight = 44;

/** Whether an element has come into sight: pictures of boxes further down are not fetched for nothing. */
const useSeen = () => {
  const ref = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = ref;
    if (current === null || seen) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [seen]);
  return { ref, seen };
};

/** The photo of a core box out of its hole's dossier: small in the table, whole when it is pressed. */
export const BoxPhoto = ({ dossierId, file }: { dossierId: string; file: DossierFile }) => {
  const { t } = useTranslation();
  const { ref, seen } = useSeen();
  const [open, setOpen] = useState(false);
  const fits = file.size <= mostBytes;
  const { url, error } = usePicture(dossierId, file, seen && fits);
  const name = file.path.split('/').at(-1) ?? file.path;
  return (
    <span ref={ref}>
      {url === undefined ? (
        <>
          {name}
          {!fits && <span className="ga-soft"> {t('holes.photo.large')}</span>}
          {error !== null && <span className="ga-fault"> {t('holes.photo.failed')}</span>}
        </>
      ) : (
        <Button
          type="text"
          aria-label={t('holes.photo.see', { name })}
          style={{ height: 'auto', padding: 2 }}
          onClick={() => setOpen(true)}
        >
          <img src={url} alt="" height={thumbHeight} style={{ display: 'block', maxWidth: 120 }} />
        </Button>
      )}
      <Modal open={open} title={name} footer={null} width="min(1100px, 94vw)" onCancel={() => setOpen(false)}>
        <img src={url} alt={t('holes.photo.of', { name })} style={{ maxWidth: '100%' }} />
      </Modal>
    </span>
  );
};
