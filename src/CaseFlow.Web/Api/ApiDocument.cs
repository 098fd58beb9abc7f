using System.ComponentModel.DataAnnotations;
using CaseFlow.Web.Access;
using Microsoft.OpenApi;

namespace CaseFlow.Web.Api;

/// <summary>The OpenAPI document of the API.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";
    private const string Token = "token";

    private const string Description = """
        The case-management engine as JSON. Whoever is signed in sees and does what the role allows; a child outside of it is 'not found'.

        **Changes.** Every POST and PUT needs an `Idempotency-Key` header: the same key with the same request has one effect and gets the same
        answer, then with the header `Idempotent-Replay: true`. The same key with another request is refused (422). A refused request
        changed nothing and may be tried again with the same key.

        **Other systems.** They call with `Authorization: Bearer` and a token that the administrator made, and see the whole school, but only
        at the addresses that say which scope opens them; everywhere else they are refused (403, `token.scope`).

        **Problems.** Errors are RFC 9457 problem details with the stable `id` of the refusal, in the language of `Accept-Language`
        (Chinese without one).

        **Browsers.** A POST that a page of another site makes is refused (403): `Sec-Fetch-Site` must be `same-origin` or `none`, or,
        where a browser does not send it, `Origin` must be this site. Callers that are no browser send neither.
        """;

    public static IServiceCollection Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = d => $"/{d.RelativePath}".StartsWith(CareApi.Root, StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "CaseFlow", Version = Name, Description = Description };
            document.AddComponent(Token, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.HttpMethod is "POST" or "PUT")
                (operation.Parameters ??= []).Add(KeyHeader());
            if (OtherSystem.ScopeOf(context.Description.ActionDescriptor.EndpointMetadata) is { } scope)
            {
                operation.Description = $"Open to tokens with the scope `{scope}`.";
                operation.Security = [[], new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Tighten(schema, context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(RequiredAttribute), true) == true);
            return Task.CompletedTask;
        });
    });

    /// <summary>Numbers are never text here, and what is required is never null.</summary>
    private static void Tighten(OpenApiSchema schema, bool required)
    {
        if (schema.Type is not { } type)
            return;
        if (type.HasFlag(JsonSchemaType.Integer))
        {
            type &= ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        schema.Type = required ? type & ~JsonSchemaType.Null : type;
    }

    private static OpenApiParameter KeyHeader() => new()
    {
        Name = Changing.ChangeRequest.KeyHeader,
        In = ParameterLocation.Header,
        Required = true,
        Description = "A new value (such as a UUID) for each action; the same one when the action is tried again.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = Changing.ChangeRequest.LongestKey },
    };
}
