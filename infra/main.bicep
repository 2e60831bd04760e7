targetScope = 'resourceGroup'

@description('The start of every name; a part that is unique to the resource group follows it.')
@minLength(3)
@maxLength(20)
param name string = 'inews'

@description('Where the data and the service stand.')
param location string = resourceGroup().location

@description('How the bot is called in Azure; people in Teams see the name in the app package.')
@maxLength(42)
param displayName string = 'iNews'

@description('Entra object ids of the people who may set up triage, separated by commas.')
@minLength(36)
param admins string

@description('Further settings of the service by name, such as INEWS_COUNCIL; the README lists them.')
param settings object = {}

@description('Size of the App Service plan; Basic or above, since the service must always be on.')
param planSku string = 'B1'

@description('How many instances of the service run.')
@minValue(1)
param instances int = 1

@description('Size of the bot registration. Teams costs nothing extra on F0.')
@allowed([
  'F0'
  'S1'
])
param botSku string = 'F0'

var uniqueName = '${toLower(name)}-${uniqueString(resourceGroup().id)}'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: uniqueName
    location: location
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: uniqueName
    location: location
    principalId: identity.outputs.principalId
  }
}

module webApp 'modules/web-app.bicep' = {
  name: 'web-app'
  params: {
    name: uniqueName
    location: location
    planSku: planSku
    instances: instances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosDatabase: cosmos.outputs.database
    admins: admins
    settings: settings
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: uniqueName
    displayName: displayName
    sku: botSku
    host: webApp.outputs.host
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
  }
}

@description('The app id of the bot: MICROSOFT_APP_ID for `npm run package`.')
output botId string = identity.outputs.clientId

@description('The name of the web app to deploy the service to.')
output webAppName string = webApp.outputs.name

@description('The address of the service.')
output host string = webApp.outputs.host
