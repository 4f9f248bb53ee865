using System.ComponentModel.DataAnnotations;
using System.Net.Mime;
using System.Text.Json.Nodes;
using BriefingBot.Channels.Asks;
using BriefingBot.Channels.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace BriefingBot.Channels.ApiDescriptions;

/// <summary><c>GET /openapi/v1.json</c>: what the API takes and gives.</summary>
internal static class ApiDescription
{
    private const string Version = "v1";
    private const string KeyScheme = "key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        // Other doors speak protocols of others, which describe them.
        options.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<IEndpointSummaryMetadata>().Any();
        options.AddDocumentTransformer((document, _, _) => DescribeAsync(document));
        options.AddOperationTransformer((operation, context, _) => ExemplifyAsync(operation, context));
        options.AddSchemaTransformer(NarrowAsync);
    });

    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi();

    private static Task DescribeAsync(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "BriefingBot",
            Version = "1",
            Description = "Answers questions over a corpus of news articles, with quotes word for word and a status computed from the evidence. Every error is a problem (RFC 9457) whose detail is one line: what, where and what to do.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, once there is one; without any, only this machine is answered." },
        };
        document.Security = [new OpenApiSecurityRequirement(), new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task ExemplifyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var id = operation.OperationId!;
        if (context.Description.RelativePath?.Contains("{id}", StringComparison.Ordinal) == true)
            (operation.Parameters ??= []).Insert(0, new OpenApiParameter { Name = "id", In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            var known = Examples.OfParameter(id, parameter.Name!);
            (parameter.Description, parameter.Example) = ((string?)known?["description"], known?["example"]?.DeepClone());
        }

        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            content.Example = Examples.Of(id)?["request"]?.DeepClone();
        if (operation.Responses?["200"].Content?.TryGetValue(MediaTypeNames.Application.Json, out var given) == true)
            given.Example = Examples.Of(id)?["response"]?.DeepClone();
        return Task.CompletedTask;
    }

    private static async Task NarrowAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false) is [AllowedValuesAttribute allowed])
            schema.Enum = [.. allowed.Values.Select(value => (JsonNode)JsonValue.Create((string?)value)!)];
        if (context.JsonTypeInfo.Type.IsEnum)
            schema.Type = JsonSchemaType.String;
        if (context.JsonTypeInfo.Type == typeof(ConversationTurn) && context.JsonPropertyInfo is null)
            schema.Properties!["answer"] = await context.GetOrCreateSchemaAsync(typeof(AnswerBody), null, cancellation);
    }
}
