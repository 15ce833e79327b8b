import { type CornerForm, cornerForms, readCorner, writeCorner } from '@geoarchive/domain/geo/corner.ts';
import type { Position } from '@geoarchive/domain/geo/polygon.ts';
import { Button, Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';

type RowProps = {
  label: string;
  text: string;
  onCorner: (corner: Position) => void;
  onRemove?: (() => void) | undefined;
  /** Emptied after a good corner, for the next one. */
  fresh?: boolean;
};

/** A corner as text; what cannot be read says why and changes nothing. */
const Row = ({ label, text, onCorner, onRemove, fresh = false }: RowProps) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState<string>();
  const take = () => {
    if (typed === undefined || typed.trim() === '') return setTyped(undefined);
    const read = readCorner(typed);
    if (!read.ok) return setFault(say(read.text));
    setFault(undefined);
    setTyped(undefined);
    onCorner(read.corner);
  };
  return (
    <li>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={typed ?? text}
        {...(fault === undefined ? {} : { status: 'error' as const })}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        placeholder={fresh ? t('map.cornerHint') : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onPressEnter={(event) => {
          // The field may stand in a form, which Enter would send.
          event.preventDefault();
          take();
        }}
      />
      {onRemove !== undefined && (
        <Button size="small" aria-label={t('map.removeCorner', { label })} onClick={onRemove}>
          {t('map.remove')}
        </Button>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} role="alert" className="ga-corners-fault">
          {fault}
        </p>
      )}
    </li>
  );
};

type Props = {
  corners: readonly Position[];
  /** Whether another corner may be added. */
  open: boolean;
  onMove: (at: number, corner: Position) => void;
  onRemove: (at: number) => void;
  onAdd: (corner: Position) => void;
};

/** The corners of a shape as text, to be read, typed and taken out without a pointer. */
export const Corners = ({ corners, open, onMove, onRemove, onAdd }: Props) => {
  const { t } = useTranslation();
  const [form, setForm] = useState<CornerForm>('decimal');
  return (
    <div className="ga-corners">
      <Segmented
        size="small"
        aria-label={t('map.form')}
        value={form}
        onChange={setForm}
        options={cornerForms.map((value) => ({ value, label: t(`map.forms.${value}`) }))}
      />
      <ol>
        {[...corners.entries()].map(([at, corner]) => (
          <Row
            key={at}
            label={t('map.corner', { no: at + 1 })}
            text={writeCorner(corner, form)}
            onCorner={(moved) => onMove(at, moved)}
            onRemove={() => onRemove(at)}
          />
        ))}
        {open && (
          <Row key={`new-${corners.length}`} fresh label={t('map.nextCorner')} text="" onCorner={onAdd} />
        )}
      </ol>
    </div>
  );
};
