import { DrawMap } from '@geoarchive/frontend-shared/map/DrawMap.tsx';
import { boxRing, type Shape } from '@geoarchive/frontend-shared/map/shape.ts';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoxFields } from './values.ts';

type Props = { value?: BoxFields | undefined; onChange?: (box: BoxFields) => void };

type Corners = { [Corner in keyof BoxFields]: BoxFields[Corner] | undefined };
const shapeOf = ({ west, south, east, north }: Corners): Shape | undefined =>
  west === undefined || south === undefined || east === undefined || north === undefined
    ? undefined
    : {
        kind: 'box',
        corners: [
          [west, south],
          [east, north],
        ],
      };

/** The four fields of a box as a map to draw on; a control of the form, so drafts and checks see what is drawn. */
export const BoxMap = ({ value, onChange }: Props) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { west, south, east, north } = value ?? {};
  const shape = useMemo(() => shapeOf({ west, south, east, north }), [west, south, east, north]);
  const take = (drawn: Shape | undefined) => {
    const [from, , to] = boxRing(drawn?.corners ?? []);
    onChange?.(from && to ? { west: from[0], south: from[1], east: to[0], north: to[1] } : {});
  };
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(!open)} style={{ marginBottom: 12 }}>
        {t(open ? 'description.hideMap' : 'description.onMap')}
      </Button>
      {open && <DrawMap label={t('description.bbox')} kinds={['box']} value={shape} onChange={take} />}
    </>
  );
};
