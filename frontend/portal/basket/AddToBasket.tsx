import type { PublicRecord } from '@geoarchive/contract/portal.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBasket } from './basket.ts';

/** Puts a record into the basket, or takes it out again. */
export const AddToBasket = ({ record: { id, title, node } }: { record: PublicRecord }) => {
  const { t } = useTranslation();
  const basket = useBasket();
  return basket.has(id) ? (
    <Button onClick={() => basket.remove(id)}>{t('basket.remove')}</Button>
  ) : (
    <Button type="primary" disabled={basket.full} onClick={() => basket.add({ id, title, node })}>
      {t('basket.add')}
    </Button>
  );
};
