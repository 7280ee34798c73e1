/** The styles every page has, in order: the design system, then what pages add. */
import '#/ui/global.css';
import './page.css';
