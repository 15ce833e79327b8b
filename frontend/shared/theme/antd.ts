import { type ThemeConfig, theme } from 'antd';
import { dark, light } from './palette.ts';

export type Mode = 'light' | 'dark';

const sans =
  "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

/** Quiet grounds for messages by day; the library's own are greyed by our paper tone. */
const pale = {
  colorErrorBg: '#fbefec',
  colorErrorBorder: '#dfb3ad',
  colorWarningBg: '#fbf4e3',
  colorWarningBorder: '#dcc48c',
  colorSuccessBg: '#eef5ec',
  colorSuccessBorder: '#b3cfb2',
  colorInfoBg: '#eaf3f1',
  colorInfoBorder: '#aeccc7',
};

/** The component library's theme for a mode: our palette, small radii, dense tables for staff. */
export const antdTheme = (mode: Mode, calm: boolean): ThemeConfig => {
  const p = mode === 'dark' ? dark : light;
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.primary,
      colorInfo: p.primary,
      colorLink: p.primary,
      colorSuccess: p.success,
      colorWarning: p.warning,
      colorError: p.error,
      colorBgBase: p.surface,
      colorBgLayout: p.page,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorText: p.text,
      colorTextSecondary: p.soft,
      colorTextTertiary: p.soft,
      colorTextDescription: p.soft,
      colorTextPlaceholder: p.soft,
      colorTextLightSolid: p.onPrimary,
      colorBorder: p.line,
      colorBorderSecondary: p.line,
      ...(mode === 'light' ? pale : {}),
      borderRadius: 3,
      borderRadiusLG: 4,
      fontFamily: sans,
      fontSize: 14,
      motion: !calm,
    },
    components: {
      Table: {
        headerBg: p.page,
        headerColor: p.soft,
        cellPaddingBlock: 9,
        cellPaddingInline: 12,
        headerBorderRadius: 0,
        rowHoverBg: p.page,
      },
      Card: { headerFontSize: 15 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
};
