# The whole product in one image: console, API and command line on one port.
FROM node:22-slim AS base
WORKDIR /app
ENV NX_DAEMON=false NX_NO_CLOUD=true NX_TUI=false npm_config_update_notifier=false
# better-sqlite3 is compiled where no prebuilt binary can be fetched.
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*

FROM base AS build
COPY . .
RUN npm ci --no-audit --no-fund && npx nx run-many -t build -p @headwater/api,@headwater/admin
# What runs needs neither compilers nor the console's libraries.
RUN npm ci --no-audit --no-fund --omit=dev -w @headwater/api

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 HEADWATER_DATA_DIR=/data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/libs libs
COPY --from=build /app/migrations migrations
COPY --from=build /app/apps/api apps/api
COPY --from=build /app/apps/admin/dist apps/admin/dist
RUN mkdir /data && chown node:node /data && ln -s /app/apps/api/bin/headwater.js /usr/local/bin/headwater
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
