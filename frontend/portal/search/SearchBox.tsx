import { Button, Input, Space } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The search words of the portal. */
export const SearchBox = ({ words, onSearch }: { words: string; onSearch: (words: string) => void }) => {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(words);
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <label htmlFor={id} className="ga-hidden">
          {t('search.words')}
        </label>
        <Space.Compact style={{ width: '100%' }}>
          <Input
            id={id}
            size="large"
            allowClear
            maxLength={300}
            placeholder={t('search.placeholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="primary" size="large" htmlType="submit">
            {t('nav.search')}
          </Button>
        </Space.Compact>
      </form>
    </search>
  );
};
