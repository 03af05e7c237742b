/** What runs beside the tests of this folder: nothing. Each reads the Worker it asks by itself. */
export default {}
