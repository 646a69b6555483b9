import { fromKysely, PgBoss } from 'pg-boss'
