param name string
param location string
param planSku string
param instances int

@description('Resource id of the identity the service runs as.')
param identityId string

@description('Client id of the same identity, which is the app id of the bot.')
param identityClientId string

param cosmosEndpoint string
param cosmosDatabase string

@description('Entra object ids of the people who may set up triage, separated by commas.')
param admins string

@description('Further settings of the service by name.')
param settings object

// The package is mounted read-only, so what is written goes to the local disk of the instance; documents are in Cosmos DB.
var ownSettings = {
  INEWS_ENV: 'production'
  INEWS_ADMINS: admins
  MICROSOFT_APP_ID: identityClientId
  MICROSOFT_APP_TYPE: 'UserAssignedMsi'
  MICROSOFT_APP_TENANT_ID: tenant().tenantId
  AZURE_CLIENT_ID: identityClientId
  COSMOS_ENDPOINT: cosmosEndpoint
  COSMOS_DATABASE: cosmosDatabase
  DATA_DIR: '/tmp/inews'
  WEBSITE_RUN_FROM_PACKAGE: '1'
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      // `exec` puts Node in the place of the shell, so that it hears SIGTERM and ends what is under way.
      appCommandLine: 'exec node src/main.ts'
      alwaysOn: true
      healthCheckPath: '/healthz'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: [for setting in items(union(settings, ownSettings)): {
        name: setting.key
        value: setting.value
      }]
    }
  }
}

// Deployments sign in with Entra ID, never with a password of the app.
resource ftpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: webApp
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scmPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: webApp
  name: 'scm'
  properties: {
    allow: false
  }
}

output name string = webApp.name
output host string = webApp.properties.defaultHostName
