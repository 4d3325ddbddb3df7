# syntax=docker/dockerfile:1
FROM node:24.21.0-bookworm-slim AS base
WORKDIR /cyfran
RUN npm install --global pnpm@12.21.0 && npm cache clean --force
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./
COPY client/package.json client/
COPY server/package.json server/
COPY shared/package.json shared/
COPY tests/package.json tests/

FROM base AS pages
RUN pnpm install --frozen-lockfile --filter '@cyfran/client...'
COPY tsconfig.base.json ./
COPY shared shared
COPY client client
RUN node client/build-pages.ts

# The sources run as they are. Never `pnpm deploy`: it copies shared under node_modules, where Node strips no types.
FROM base
ENV NODE_ENV=production
RUN pnpm install --prod --frozen-lockfile --filter '@cyfran/server...'
COPY shared shared
COPY server server
COPY --from=pages /cyfran/client/build client/build
RUN install --directory --owner=node --group=node --mode=0700 data
USER node
VOLUME /cyfran/data
EXPOSE 3000
CMD ["node", "server/src/main.ts"]
