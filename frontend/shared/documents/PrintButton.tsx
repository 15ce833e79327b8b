import { PrinterOutlined } from '@ant-design/icons';
import { paperSizes } from '@geoarchive/domain/documents.ts';
import { App, Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { problemText } from '../problem/text.ts';

export type PrintWish = { language: 'zh' | 'en'; size: 'A4' | 'A3' };
type Print = (wish: PrintWish) => Promise<{ url: string; missing: string[] }>;

const languages = ['zh', 'en'] as const;
const warnSeconds = 12;

/** By a link of its own: the page stays where it is, whether the print comes from S3 or was made for this page. */
const save = (url: string, name: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
};

/** Prints a paper in the language of the page on A4; the arrow offers the other language and A3. */
export const PrintButton = ({ number, print }: { number: string; print: Print }) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (wish: PrintWish) => {
    setBusy(true);
    try {
      const { url, missing } = await print(wish);
      if (missing.length > 0)
        message.warning(t('documents.missing', { characters: missing.join(' ') }), warnSeconds);
      save(url, `${number}.pdf`);
    } catch (error) {
      message.error(problemText(error, t), warnSeconds);
    } finally {
      setBusy(false);
    }
  };
  const wishes = languages.flatMap((of) => paperSizes.map((size) => ({ language: of, size })));
  return (
    <Space.Compact>
      <Button
        icon={<PrinterOutlined />}
        loading={busy}
        aria-label={t('documents.printOf', { number })}
        onClick={() => void run({ language, size: 'A4' })}
      >
        {t('documents.print')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: wishes.map((wish) => ({
            key: `${wish.language}-${wish.size}`,
            label: t(`documents.wishes.${wish.language}`, { size: wish.size }),
            onClick: () => void run(wish),
          })),
        }}
      >
        <Button disabled={busy} aria-label={t('documents.printAs', { number })}>
          ▾
        </Button>
      </Dropdown>
    </Space.Compact>
  );
};
