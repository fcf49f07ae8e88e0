/** The files to take away. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../../build/address.ts';
import { type DataFile, dataFiles } from '../../build/data-files.ts';
import { getSite } from '../../build/get-world.ts';

export const getStaticPaths = (() =>
  dataFiles(getSite(), (path) => new URL(address(path), import.meta.env.SITE).href).map((file) => ({
    params: { file: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: DataFile }> = ({ props: { file } }) =>
  new Response(file.text, { headers: { 'content-type': file.type } });
