import './bytes-alike.ts'
