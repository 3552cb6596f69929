/** The package's own types of its runtime build are empty; it has the shape of the whole one, less the compiler. */
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars';

  export default Handlebars;
}
