import { type Sheet, sheetOf } from '@geoarchive/domain/geo/map-sheets.ts';
import { Button, Input, Space } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers.ts';

type Props = { onGo: (sheet: Sheet) => void; onTake?: ((sheet: Sheet) => void) | undefined };

/** Goes to a map sheet by its number, 1:1 000 000 to 1:500, or takes its box as the area. */
export const SheetJump = ({ onGo, onTake }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const sheet = sheetOf(text);
  const go = (then: (found: Sheet) => void) => {
    setMissing(sheet === undefined);
    if (sheet !== undefined) then(sheet);
  };
  return (
    <div className="ga-sheet-jump">
      <label htmlFor={id}>{t('map.sheet')}</label>
      <Space.Compact>
        <Input
          id={id}
          value={text}
          placeholder="J50E001010"
          aria-invalid={missing}
          aria-describedby={`${id}-told`}
          onChange={(event) => {
            setText(event.target.value);
            setMissing(false);
          }}
          onPressEnter={(event) => {
            event.preventDefault();
            go(onGo);
          }}
        />
        <Button onClick={() => go(onGo)}>{t('map.goToSheet')}</Button>
        {onTake !== undefined && <Button onClick={() => go(onTake)}>{t('map.takeSheet')}</Button>}
      </Space.Compact>
      <span id={`${id}-told`} role="status" className="ga-soft">
        {missing && t('map.noSheet')}
        {sheet !== undefined && `1:${formatCount(sheet.scale)}`}
      </span>
    </div>
  );
};
