/** What this project takes of pptxgenjs; its own declarations describe the CommonJS file, not the module that is imported. */
declare module 'pptxgenjs' {
  namespace PptxGenJS {
    type Hyperlink = { readonly slide: number } | { readonly url: string };
    type Align = 'left' | 'center' | 'right';
    interface Fill {
      color: string;
      transparency?: number;
    }
    interface TextPropsOptions {
      x?: number;
      y?: number;
      w?: number;
      h?: number;
      objectName?: string;
      margin?: number | number[];
      wrap?: boolean;
      highlight?: string;
      isTextBox?: boolean;
      align?: Align;
      valign?: 'top' | 'middle' | 'bottom';
      lineSpacing?: number;
      rotate?: number;
      shape?: 'custGeom' | 'ellipse';
      points?: readonly object[];
      fill?: Fill;
      hyperlink?: Hyperlink;
      fontFace?: string;
      fontSize?: number;
      bold?: boolean;
      italic?: boolean;
      color?: string;
      charSpacing?: number;
      rtlMode?: boolean;
      lang?: string;
      superscript?: boolean;
      underline?: { style: 'sng' | 'none'; color?: string };
    }
    interface ChartSeries {
      name: string;
      labels: string[];
      values: number[];
    }
    interface TextProps {
      text: string;
      options: TextPropsOptions;
    }
    interface Border {
      type: 'none' | 'solid';
      pt?: number;
      color?: string;
    }
    interface TableCellProps extends TextPropsOptions {
      border?: Border[];
    }
    interface TableCell {
      text: string | TextProps[];
      options: TableCellProps;
    }
    type TableRow = TableCell[];
    interface TableProps {
      x: number;
      y: number;
      w: number;
      colW: number[];
      rowH: number[];
      objectName?: string;
    }
    interface Slide {
      background: { color: string };
      slideNumber: object;
      addText(text: string | TextProps[], options: TextPropsOptions): Slide;
      addTable(rows: TableRow[], options: TableProps): Slide;
      addChart(type: 'bar', series: ChartSeries[], options: object): Slide;
      addNotes(notes: string): Slide;
    }
  }
  class PptxGenJS {
    layout: string;
    theme: { headFontFace: string; bodyFontFace: string };
    defineLayout(layout: { name: string; width: number; height: number }): void;
    defineSlideMaster(master: object): void;
    addSlide(options: { masterName: string }): PptxGenJS.Slide;
    write(options: { outputType: 'uint8array'; compression: boolean }): Promise<unknown>;
  }
  export default PptxGenJS;
}
